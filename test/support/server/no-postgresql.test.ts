/** Stands in for the project `server-postgresql` where it cannot run, so that the gap is seen in the tally. */
it.skip('the server’s tests on an installed PostgreSQL 15 or later: none is installed here', () => {})
