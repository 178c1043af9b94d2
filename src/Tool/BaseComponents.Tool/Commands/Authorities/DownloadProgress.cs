using BaseComponents.Authorities.Bulk;
using Spectre.Console;

namespace BaseComponents.Tool.Commands.Authorities;

/// <summary>Shows on a terminal which page is arriving, and how much has arrived. How much there will be nobody says. In a script nothing is shown.</summary>
internal static class DownloadProgress
{
    public static async Task<BulkResult> ShowAsync(Func<IProgress<BulkProgress>?, Task<BulkResult>> download)
    {
        if (Console.IsErrorRedirected)
            return await download(null);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new DownloadedColumn(), new TransferSpeedColumn(), new ElapsedTimeColumn())
            .StartAsync(context => download(new Bar(context.AddTask("page 1", maxValue: 1))));
    }

    private sealed class Bar : IProgress<BulkProgress>
    {
        private readonly ProgressTask _task;

        public Bar(ProgressTask task)
        {
            _task = task;
            _task.IsIndeterminate = true;
        }

        public void Report(BulkProgress value)
        {
            _task.Description = $"page {value.Page}";
            _task.MaxValue = value.Bytes + 1;
            _task.Value = value.Bytes;
        }
    }
}
