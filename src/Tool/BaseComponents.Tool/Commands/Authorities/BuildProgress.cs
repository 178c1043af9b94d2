using BaseComponents.Authorities.Snapshots;
using Spectre.Console;

namespace BaseComponents.Tool.Commands.Authorities;

/// <summary>Shows on a terminal which source is being read, and how far. In a script nothing is shown.</summary>
internal static class BuildProgress
{
    public static async Task<SnapshotInfo> ShowAsync(Func<IProgress<SnapshotProgress>?, Task<SnapshotInfo>> build)
    {
        if (Console.IsErrorRedirected)
            return await build(null);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new DownloadedColumn(), new TransferSpeedColumn(), new ElapsedTimeColumn())
            .StartAsync(context => build(new Bars(context)));
    }

    private sealed class Bars(ProgressContext context) : IProgress<SnapshotProgress>
    {
        private readonly Dictionary<string, ProgressTask> _tasks = [];

        public void Report(SnapshotProgress value)
        {
            if (!_tasks.TryGetValue(value.Source, out var task))
                _tasks[value.Source] = task = Start(value.Source);
            task.Value = value.Bytes;
        }

        // How long an answer over http will be is often not said.
        private ProgressTask Start(string source)
        {
            var isFile = File.Exists(source);
            var task = context.AddTask(Markup.Escape(Columns.Visible(Path.GetFileName(source))), maxValue: isFile ? new FileInfo(source).Length : 1);
            task.IsIndeterminate = !isFile;
            return task;
        }
    }
}
