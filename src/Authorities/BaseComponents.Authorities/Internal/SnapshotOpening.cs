using BaseComponents.Authorities.Internal.Storage;

namespace BaseComponents.Authorities.Internal;

/// <summary>Opens the snapshot of a directory, and holds back what changed in it since the one in use.</summary>
internal static class SnapshotOpening
{
    /// <exception cref="AuthoritiesException">The file is not used; the message says why.</exception>
    public static Snapshot Open(string path, AuthoritiesOptions options, Snapshot? inUse, TimeProvider clock)
    {
        var allowUnsigned = options.Snapshot.AllowUnsigned && options.Environment == AuthoritiesEnvironment.Sandbox;
        var snapshot = SnapshotFile.Open(path, options.Snapshot, allowUnsigned, clock, options.MaxFileBytes);
        try
        {
            var confirmed = ConfirmationFile.Read(path);
            snapshot.Hold(snapshot.Held.All.Where(held => !confirmed.Contains(ValueChange.Of(snapshot, held).Confirmation)));
            if (inUse is not null)
                snapshot.Hold(snapshot.Held.All.Concat(Changed(inUse, snapshot, options, confirmed)));
            snapshot.Warm();
            return snapshot;
        }
        catch (Exception exception)
        {
            snapshot.Uses.Close();
            throw exception switch
            {
                AuthoritiesException known => known,
                InvalidDataException => SnapshotFailures.Malformed(path, exception),
                _ => Failures.Unexpected(path, exception),
            };
        }
    }

    private static IEnumerable<HeldRecord> Changed(Snapshot inUse, Snapshot next, AuthoritiesOptions options, HashSet<string> confirmed) =>
        SnapshotComparer.Compare(inUse, next)
            .Where(change => !confirmed.Contains(change.Confirmation) && (!change.IsNewOffice || !options.Snapshot.TrustNewOffices))
            .Select(change => new HeldRecord(change.Unit, change.Field, change.Before));
}
