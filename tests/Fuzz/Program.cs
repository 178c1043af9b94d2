using BaseComponents.Tests.Fuzz.Authorities;
using SharpFuzz;

namespace BaseComponents.Tests.Fuzz;

/// <summary>
/// Runs the tests as every test project does, and two things more: <c>afl NAME</c> is what eng/fuzz.sh lets AFL++ call, <c>seed</c> writes the corpus anew.
/// <c>xzufi</c> measures the reader of deliveries for the benchmark.
/// </summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["afl", var name]:
                var reader = Reader.Find(name);
                Fuzzer.Run((Stream input) => reader.Read(All(input)));
                return 0;
            case ["seed"]:
                Corpus.WriteSeeds();
                return 0;
            case ["list"]:
                Console.WriteLine(string.Join('\n', Reader.All.Select(one => one.Name)));
                return 0;
            case ["xzufi", .. var run]:
                return await DeliveryRuns.RunAsync(run);
            default:
                return args.Any(argument => argument is "-automated" or "@@")
                    ? await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args)
                    : await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
        }
    }

    private static byte[] All(Stream input)
    {
        using var bytes = new MemoryStream();
        input.CopyTo(bytes);
        return bytes.ToArray();
    }
}
