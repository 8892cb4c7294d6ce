/** Feature, system and pure tests; each file has a database of its own, PGlite or on a server by TEST_DATABASE_URL. */
module.exports = {
  testEnvironment: '<rootDir>/test/support/environment.cjs',
  globalSetup: '<rootDir>/test/support/global-setup.cjs',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/(weapp|e2e|faults|functions)/'],
  moduleNameMapper: { '^~/(.*)$': '<rootDir>/$1', '^@/(.*)$': '<rootDir>/src/$1' },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/.cache/'],
  maxWorkers: 2,
  testTimeout: 30_000,
  // The embedded database lives as long as its worker; there is no last test file to close it after.
  forceExit: true,
}
