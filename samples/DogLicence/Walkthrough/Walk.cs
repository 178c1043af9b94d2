using System.Diagnostics;

namespace DogLicence.Walkthrough;

/// <summary>Walks the whole way of a citizen, then that of a company, over HTTP, lets the office's specialist procedure read, and prints one line per step: <c>dotnet run --project samples/DogLicence -- --walkthrough</c>.</summary>
public static class Walk
{
    /// <summary>0 when every step went as it must, else 1.</summary>
    public static async Task<int> RunAsync(TextWriter output, CancellationToken cancellationToken = default)
    {
        await using var way = new CitizensWay();
        using var companys = new CompanysWay(() => way.Fresh);
        await using var offices = new OfficesWay(() => way.Fresh, () => way.Number);
        WalkStep[] steps = [.. way.Steps, .. companys.Steps, .. offices.Steps];
        for (var i = 0; i < steps.Length; i++)
        {
            var started = Stopwatch.GetTimestamp();
            try
            {
                var shown = await steps[i].Run(cancellationToken);
                await output.WriteLineAsync($"{i + 1,2}  {steps[i].Name,-26} {Stopwatch.GetElapsedTime(started).TotalMilliseconds,6:0} ms  {shown}");
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                await output.WriteLineAsync($"{i + 1,2}  {steps[i].Name,-26} failed: {(fault is WalkException ? fault.Message : fault)}");
                await output.WriteLineAsync($"walkthrough: failed at step {i + 1} of {steps.Length}, {steps[i].Name}");
                return 1;
            }
        }

        await output.WriteLineAsync($"walkthrough: {steps.Length} of {steps.Length} steps");
        return 0;
    }
}

/// <param name="Run">Does the step and says what was shown; throws when that is not what it must be.</param>
public sealed record WalkStep(string Name, Func<CancellationToken, Task<string>> Run);
