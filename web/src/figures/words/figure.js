// What every figure says around itself.

export default {
  en: { waiting: 'The engine is starting …', again: 'Start again', play: 'Play', pause: 'Pause', step: 'Step' },
  de: { waiting: 'Die Engine startet …', again: 'Von vorn', play: 'Abspielen', pause: 'Anhalten', step: 'Schritt' },
};
