namespace Hostile.Bench.Speed;
public static class ParseSpeed { public static int Run(ReadOnlySpan<string> a) => a.Length; }
