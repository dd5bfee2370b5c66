namespace Hostile.Bench.Speed;
public static class StartupTime { public static int Run(ReadOnlySpan<string> a) => a.Length; }
