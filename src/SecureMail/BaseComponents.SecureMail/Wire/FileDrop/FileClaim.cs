using BaseComponents.SecureMail.Internal.Mailboxes;

namespace BaseComponents.SecureMail.Wire.FileDrop;

/// <summary>A claimed file. Its name says until when; a timer moves that on while this process lives.</summary>
internal sealed class FileClaim : IMailClaim
{
    private readonly DropFolders _folders;
    private readonly MailboxOptions _options;
    private readonly TimeProvider _clock;
    private readonly Lock _renaming = new();
    private readonly ITimer _renewal;
    private ClaimName _name;
    private bool _isOver;

    public FileClaim(ClaimName name, DropFolders folders, MailboxOptions options, TimeProvider clock)
    {
        (_name, _folders, _options, _clock) = (name, folders, options, clock);
        Size = DropFault.Guard(() => new FileInfo(PathOf(name)) is { Exists: true } file ? file.Length : 0);
        var often = options.FileDrop!.Lease / 3;
        _renewal = clock.CreateTimer(_ => Renew(), null, often, often);
    }

    public DateTimeOffset ReceivedAt => _name.ReceivedAt;

    public int Attempt => _name.Attempt;

    public long Size { get; }

    // Whoever renames it meanwhile, and that is the timer, must be able to: on Windows an open file says who may.
    public Task<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        lock (_renaming)
        {
            try
            {
                return Task.FromResult<Stream>(new DropStream(new FileStream(
                    PathOf(_name), new FileStreamOptions { Share = FileShare.Read | FileShare.Delete, Options = FileOptions.Asynchronous | FileOptions.SequentialScan })));
            }
            catch (FileNotFoundException)
            {
                throw DropFault.Lost();
            }
            catch (IOException exception)
            {
                throw DropFault.Unreachable(exception);
            }
            catch (UnauthorizedAccessException)
            {
                throw DropFault.Unsuitable("this process may not read a mail in it");
            }
        }
    }

    public Task AcknowledgeAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var done = End(_folders.Done, _name.With(_clock.GetUtcNow(), _name.Attempt));
        // Renamed first: only that tells whether it was still ours. If this process ends here, the next purge deletes it.
        if (_options.FileDrop!.KeepDoneFor == TimeSpan.Zero)
            DropFault.Guard(() => Delete(done));
        return Task.CompletedTask;
    }

    public Task SetAsideAsync(SetAsideReason reason, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        End(_folders.SetAside, _name.With(_clock.GetUtcNow(), _name.Attempt, reason));
        return Task.CompletedTask;
    }

    public Task ReturnAsync(bool counts, CancellationToken cancellationToken)
    {
        End(_folders.Claimed, _name.With(_clock.GetUtcNow() + _options.RetryAfter, counts ? _name.Attempt : _name.Attempt - 1));
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => _renewal.DisposeAsync();

    private static bool Delete(string path)
    {
        File.Delete(path);
        return true;
    }

    private string End(string folder, ClaimName name)
    {
        lock (_renaming)
        {
            var to = Path.Combine(folder, name.ToString());
            if (_isOver || !DropFolders.TryRename(PathOf(_name), to))
                throw DropFault.Lost();
            _isOver = true;
            return to;
        }
    }

    private void Renew()
    {
        lock (_renaming)
        {
            if (_isOver)
                return;
            var renewed = _name.With(_clock.GetUtcNow() + _options.FileDrop!.Lease, _name.Attempt);
            try
            {
                if (DropFolders.TryRename(PathOf(_name), PathOf(renewed)))
                    _name = renewed;
                else
                    _isOver = true;
            }
            catch (SecureMailException)
            {
                // The volume is away. The next turn tries again; if that is too late, the settlement says that the claim is lost.
                System.Diagnostics.Activity.Current?.AddEvent(new("securemail.claim-not-renewed"));
            }
        }
    }

    private string PathOf(ClaimName name) => Path.Combine(_folders.Claimed, name.ToString());
}
