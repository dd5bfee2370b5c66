namespace Hostile.Cli.Commands;

/// <summary>A run that was stopped from outside, and how far it had come.</summary>
public sealed class Interruption(string message, Exception cause) : OperationCanceledException(message, cause);
