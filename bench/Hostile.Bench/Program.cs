using Hostile.Bench.Dumps;
using Hostile.Bench.Growth;
using Hostile.Bench.Judging;
using Hostile.Bench.Oracles;
using Hostile.Bench.Scoring;
using Hostile.Bench.Seeding;
using Hostile.Bench.Speed;

return args switch
{
    ["oracle", "types", .. var rest] => TypeOracle.Run(rest),
    ["oracle", "floating", .. var rest] => FloatingOracle.Run(rest),
    ["oracle", .. var rest] => SyntaxOracle.Run(rest),
    ["documentation", .. var rest] => DocumentationOracle.Run(rest),
    ["sql-oracle", .. var rest] => SqlOracle.Run(rest),
    ["mutants", .. var rest] => Mutants.Write(rest),
    ["forms", .. var rest] => Forms.Write(rest),
    ["freeze"] => FrozenAnswers.Write(),
    ["parse", .. var rest] => ParseSpeed.Run(rest),
    ["parse-worker", .. var rest] => ParseWorker.Run(rest),
    ["startup", .. var rest] => StartupTime.Run(rest),
    ["audit", .. var rest] => AuditSpeed.Run(rest),
    ["sql-share", .. var rest] => SqlShare.Run(rest),
    ["peers", .. var rest] => PeerSpeed.Run(rest),
    ["growth", .. var rest] => GrowthCommand.Run(rest),
    ["break", .. var rest] => BreakCommand.Run(rest),
    ["score", .. var rest] => ScoreCommand.Run(rest),
    ["mutate", .. var rest] => MutateCommand.Run(rest),
    ["judge", .. var rest] => JudgeCommand.Run(rest),
    ["dump", .. var rest] => DumpCommand.Run(rest),
    ["help" or "--help" or "-h"] or [] => Help(Console.Out, 0),
    [var unknown, ..] => Unknown(unknown),
};

static int Unknown(string verb)
{
    Console.Error.WriteLine($"hostile-bench: there is no verb '{verb}'");
    return Help(Console.Error, 2);
}

static int Help(TextWriter output, int exitCode)
{
    output.WriteLine("""
        hostile-bench VERB …

          oracle DIR…            compare our TypeScript trees with the compiler's, each DIR a repository
             --suite DIR         … or the compiler's own suite, cut up as its harness does
             --report FILE       where the differences go (default: artifacts/oracles/reports/syntax-differences.txt)
             --write-list        rewrite bench/oracles/typescript/differences.txt from what was found, reasons kept
          documentation DIR…     compare what we read in the comments of JavaScript with what the compiler does; --suite DIR too
          oracle types DIR       compare thenables, definitions and imports with the compiler's, DIR with its dependencies installed (--help)
          oracle floating DIR    what became with us of what typescript-eslint's no-floating-promises reports, DIR with its dependencies installed (--help)
          sql-oracle LINES       compare our SQL trees with PostgreSQL's grammar; LINES come from bench/oracles/sql/oracle.mjs
          mutants DIR N SEED     N wrong programs from each of the tests' snippets, for the oracle to compare
          forms DIR              every form of the language at every place, for the oracle to compare
          freeze                 write down what the compiler makes of the tests' snippets
          parse DIR              parsing speed: ours on one core and on two, the compiler, oxc-parser
             --rounds N          rounds of each, interleaved (default 7)
          startup FILE [ARG…]    time from start to end of a program, and of /bin/true beside it
          audit DIR…             what whole audits cost with the native build: by stage, on one thread and on two
          sql-share DIR…         how much of an audit goes into statements and the schema
          peers DIR…             what whole audits cost beside linters with typed rules for promises
             --rounds N          rounds of each, in turn; the first of several warms up (default 4)
          growth [PART [TIMES]]  whether the audit's time grows with the size of hostile programs whose name has PART
          break DIR…             audit folders with faults at random in their files: no rule may fail
             --seeds N           audits of each, every one broken otherwise (default 3)
          score [SHARED]         count what is found of real bugs, and where we agree with our peers (--help)
          judge DIR              list a repository's findings for a reader to judge (--help)
          mutate DIR…            take safeguards from correct code, one at a time, and count what is noticed (--help)
          dump tree|cfg|queries FILE  what the engine makes of a file
          dump schema DIR        the tables of a repository's database, what each fact comes from, and what stands for them
          help                   this text

        Exit codes: 0 as wanted, 1 a difference or a requirement that is not met, 2 could not run.
        bench/README.md says what each figure means and how it is taken.
        """);
    return exitCode;
}
