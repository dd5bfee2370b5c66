using System.Runtime.InteropServices;
using System.Text;
using Hostile.Cli.Commands;

// Reports are UTF-8 whatever the locale says; without it "…" and "→" become "?" under LANG=C.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

using var interruption = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);

Timer? patience = null;
return (int)CommandLine.Run(args, Terminal.OfProcess(), interruption.Token);

void Interrupt(PosixSignalContext context)
{
    // The first signal asks; stages look at the token. The second does not ask: reports are moved into place whole, so nothing is half-written.
    if (interruption.IsCancellationRequested)
        Environment.Exit((int)ExitCode.Interrupted);
    context.Cancel = true;
    interruption.Cancel();
    patience = new Timer(_ => GiveUp(), null, TimeSpan.FromSeconds(2), Timeout.InfiniteTimeSpan);
}

// What has not looked at the token by now may be in the system's hands: a disk that does not answer.
void GiveUp()
{
    Console.Error.WriteLine("hostile: interrupted; nothing was written");
    Environment.Exit((int)ExitCode.Interrupted);
}
