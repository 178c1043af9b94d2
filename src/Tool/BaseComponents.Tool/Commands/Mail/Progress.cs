using Spectre.Console;

namespace BaseComponents.Tool.Commands.Mail;

/// <summary>Shows on a terminal how far the reading of a file has come. Results go to the standard output, this to the other one; in a script nothing is shown.</summary>
internal static class Progress
{
    private const long Long = 8 * 1024 * 1024;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    public static async Task<T> ShowAsync<T>(string what, IReadOnlyList<FileStream> files, Func<Task<T>> work)
    {
        var length = files.Sum(static file => file.Length);
        if (length < Long || Console.IsErrorRedirected)
            return await work();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress().AutoClear(true).StartAsync(async context =>
        {
            var bar = context.AddTask(what, maxValue: length);
            var working = work();
            while (await Task.WhenAny(working, Task.Delay(Interval)) != working)
                bar.Value = files.Sum(static file => file.CanRead ? file.Position : file.Length);
            return await working;
        });
    }
}
