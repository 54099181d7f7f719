// Run by bench/peers.py: reads {library, people} as JSON, answers every definition for everybody, says how long.
const cql = require("cql-execution");
const { library, people, rounds } = JSON.parse(require("fs").readFileSync(0, "utf8"));
const source = () => new cql.PatientSource([{ id: "1", recordType: "Patient" }]);
const executor = new cql.Executor(new cql.Library(library));

async function everybody() {
  const found = [];
  for (const person of people) {
    const results = await executor.withParameters(person).exec(source());
    found.push(results.unfilteredResults);
  }
  return found;
}

(async () => {
  const answers = await everybody();
  const taken = [];
  for (let round = 0; round < rounds; round++) {
    const start = process.hrtime.bigint();
    await everybody();
    taken.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  taken.sort((a, b) => a - b);
  console.log(JSON.stringify({ answers, ms: taken[Math.floor(taken.length / 2)] }));
})();
