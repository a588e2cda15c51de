// What the wheels say.

export default {
  en: { turn: 'turn x', first: 'g turns per turn of x', second: 'y turns per turn of g', turns: 'turns', here: 'x has made {x} turns, g {g}, y {y}. For each turn of x, y makes {slope}.' },
  de: { turn: 'x drehen', first: 'g-Drehungen je x-Drehung', second: 'y-Drehungen je g-Drehung', turns: 'Drehungen', here: 'x hat {x} Drehungen gemacht, g {g}, y {y}. Auf jede Drehung von x kommen {slope} von y.' },
};
