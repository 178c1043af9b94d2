using System.Runtime.CompilerServices;
using BaseComponents.SecureMail.Internal.Mailboxes;

namespace BaseComponents.SecureMail.Wire.FileDrop;

/// <summary>Claims the files of a drop: first what was claimed once and has run out, then what is new.</summary>
internal sealed class FileDropSource(MailboxOptions options, TimeProvider clock) : IMailSource
{
    private const int Batch = 256;
    private readonly DropFolders _folders = new(options.FileDrop!.Path!);

    public async IAsyncEnumerable<IMailClaim> ClaimAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _folders.Prepare();
        Purge();
        foreach (var folder in new[] { _folders.Claimed, _folders.Delivered, _folders.Seen })
        {
            var all = Batch;
            while (all == Batch)
            {
                var found = Due(folder);
                all = found.Count;
                foreach (var path in found)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (Claim(path) is not { } name)
                        continue;
                    var claim = new FileClaim(name, _folders, options, clock);
                    yield return claim;
                }
            }
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    public Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(options.PollInterval, clock, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private IReadOnlyList<string> Due(string folder)
    {
        var now = clock.GetUtcNow();
        return DropFolders.Files(folder, Batch, name => folder != _folders.Claimed || ClaimName.Parse(name)?.Until <= now);
    }

    private ClaimName? Claim(string path)
    {
        var now = clock.GetUtcNow();
        var until = now + options.FileDrop!.Lease;
        var name = Path.GetDirectoryName(path) == _folders.Claimed
            ? ClaimName.Parse(Path.GetFileName(path))!
            : ClaimName.Create(Earlier(DropFault.Guard(() => File.GetLastWriteTimeUtc(path)), now), until) with { Attempt = 0 };
        name = name.With(until, name.Attempt + 1);
        return DropFolders.TryRename(path, Path.Combine(_folders.Claimed, name.ToString())) ? name : null;
    }

    private static DateTimeOffset Earlier(DateTime written, DateTimeOffset now) => new DateTimeOffset(written, TimeSpan.Zero) is var time && time < now ? time : now;

    private void Purge()
    {
        var before = clock.GetUtcNow() - options.FileDrop!.KeepDoneFor;
        foreach (var path in DropFolders.Files(_folders.Done, int.MaxValue, name => ClaimName.Parse(name)?.Until <= before))
        {
            DropFault.Guard(() =>
            {
                File.Delete(path);
                return true;
            });
        }
    }
}
