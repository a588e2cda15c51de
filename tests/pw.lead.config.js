import base from './playwright.config.js';
export default { ...base, testDir: 'browser', outputDir: '/tmp/lead/pw-out', use: { ...base.use, baseURL: 'http://127.0.0.1:4301/' }, webServer: undefined };
