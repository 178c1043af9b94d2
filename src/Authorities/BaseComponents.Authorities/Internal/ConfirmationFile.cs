using System.Text.Json;
using BaseComponents.Authorities.Internal.Storage;

namespace BaseComponents.Authorities.Internal;

/// <summary>
/// The changes that persons have confirmed, in a file beside the snapshot: hashes that each fit one value of one unit and no other. It adds
/// no values, so that whoever writes it can only let through what a signed snapshot holds.
/// </summary>
internal static class ConfirmationFile
{
    private const long Longest = 16 * 1024 * 1024;

    public static string PathOf(string snapshot) => snapshot + ".confirmed";

    /// <exception cref="AuthoritiesException">The file is there and cannot be read.</exception>
    public static HashSet<string> Read(string snapshot)
    {
        var path = PathOf(snapshot);
        if (!File.Exists(path))
            return [];
        try
        {
            if (new FileInfo(path).Length > Longest)
                throw SnapshotFailures.TooLarge(path, Longest);
            return [.. JsonSerializer.Deserialize(File.ReadAllBytes(path), SnapshotJson.Default.StringArray) ?? []];
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw SnapshotFailures.Confirmations(path, exception);
        }
    }

    /// <summary>Adds to what is confirmed already. The file is replaced in one step.</summary>
    public static void Add(string snapshot, IEnumerable<string> confirmations)
    {
        var path = PathOf(snapshot);
        var all = Read(snapshot).Concat(confirmations).Distinct().Order(StringComparer.Ordinal).ToArray();
        var draft = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(draft, SnapshotRecords.Write(all, SnapshotJson.Default.StringArray));
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw SnapshotFailures.Unwritable(path, exception);
        }
        finally
        {
            if (File.Exists(draft))
                File.Delete(draft);
        }
    }
}
