/** The bundles of the functions, run as the platform runs them, on a PostgreSQL server (`npm run test:functions`). */
module.exports = {
  rootDir: '../..',
  testMatch: ['<rootDir>/test/functions/**/*.test.ts'],
  moduleNameMapper: { '^~/(.*)$': '<rootDir>/$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/.cache/'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  globalSetup: '<rootDir>/test/support/global-setup.cjs',
  maxWorkers: 1,
  testTimeout: 60_000,
}
