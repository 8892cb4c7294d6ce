/** The bundles of the functions, run as the platform runs them, on a PostgreSQL server (`npm run test:functions`). */
module.exports = {
  ...require('../support/jest-base.cjs'),
  rootDir: '../..',
  testMatch: ['<rootDir>/test/functions/**/*.test.ts'],
  globalSetup: '<rootDir>/test/support/global-setup.cjs',
  maxWorkers: 1,
  testTimeout: 60_000,
}
