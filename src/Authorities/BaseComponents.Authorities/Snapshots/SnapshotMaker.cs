using System.Security.Cryptography;
using BaseComponents.Authorities.Internal;
using BaseComponents.Authorities.Internal.Storage;

namespace BaseComponents.Authorities.Snapshots;

/// <summary>
/// Makes a snapshot out of the deliveries and lists that the settings of a directory name. Registered with the directory, under its name.
/// </summary>
public sealed class SnapshotMaker
{
    private readonly SnapshotLoader _loader;
    private readonly TimeProvider _clock;

    internal SnapshotMaker(SnapshotLoader loader, TimeProvider clock) => (_loader, _clock) = (loader, clock);

    /// <summary>
    /// Reads all sources and writes a signed snapshot. Accounts and addresses that differ from those of the file that is there, and that
    /// nobody has confirmed, are written down as held back: a directory goes on with the old ones, also after a restart.
    /// </summary>
    /// <param name="path">The file; one that is there, signed with the same key, is compared and replaced.</param>
    /// <param name="signingKey">The private key, on the curve P-256 or P-384.</param>
    /// <param name="progress">Is told what is being read.</param>
    /// <param name="cancellationToken">Leaves the old file in its place.</param>
    /// <exception cref="AuthoritiesException">A source cannot be read, the file that is there cannot be compared, or it cannot be written.</exception>
    /// <exception cref="CryptographicException">The key is of another curve, or cannot sign.</exception>
    public async Task<SnapshotInfo> MakeAsync(string path, ECDsa signingKey, IProgress<SnapshotProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(signingKey);
        var publicKey = signingKey.ExportSubjectPublicKeyInfoPem();
        using var before = File.Exists(path) ? AuthoritySnapshot.Open(path, [publicKey], _clock) : null;
        var draft = await _loader.DraftAsync(null, progress, cancellationToken).ConfigureAwait(false);
        if (before is not null)
            HoldBack(draft, before, path);
        await draft.WriteAsync(path, signingKey, cancellationToken).ConfigureAwait(false);
        using var made = AuthoritySnapshot.Open(path, [publicKey], _clock);
        return made.Info;
    }

    /// <summary>Reads all sources and writes a snapshot without signature, which only the Sandbox uses. Nothing is held back.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="progress">Is told what is being read.</param>
    /// <param name="cancellationToken">Leaves the old file in its place.</param>
    /// <exception cref="AuthoritiesException">A source cannot be read, or the file cannot be written.</exception>
    public async Task<SnapshotInfo> MakeUnsignedAsync(string path, IProgress<SnapshotProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        var draft = await _loader.DraftAsync(null, progress, cancellationToken).ConfigureAwait(false);
        await draft.WriteUnsignedAsync(path, cancellationToken).ConfigureAwait(false);
        var made = SnapshotFile.Open(path, new SnapshotOptions(), allowUnsigned: true, _clock);
        made.Uses.Close();
        return made.Info;
    }

    private static void HoldBack(SnapshotDraft draft, AuthoritySnapshot before, string path)
    {
        var confirmed = ConfirmationFile.Read(path);
        before.Use(old =>
        {
            old.Hold(old.Held.All.Where(held => !confirmed.Contains(ValueChange.Of(old, held).Confirmation)));
            for (var unit = 0; unit < old.OfficeCount; unit++)
                HoldBack(draft.Content, old.LoadOffice(unit), confirmed);
            return old;
        });
    }

    private static void HoldBack(DraftContent draft, Office before, HashSet<string> confirmed)
    {
        if (draft.UnitOf(before.Id) is not { } unit)
            return;
        var after = SnapshotRecords.Read<Office>(draft.Units[unit].Record);
        foreach (var field in WatchedField.All)
        {
            var change = new ValueChange(unit, after, field.Name, field.Of(before), field.Of(after), IsNewOffice: false);
            if (change.Before != change.After && !confirmed.Contains(change.Confirmation))
                draft.Held.Add((after.Id, field.Name, change.Before));
        }
    }
}
