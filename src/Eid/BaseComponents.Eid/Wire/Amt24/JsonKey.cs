using BaseComponents.Eid.Internal.Amt24;

namespace BaseComponents.Eid.Wire.Amt24;

/// <summary>Group, number of the instance and field in one key. Names of groups and fields hold <c>_</c> too, so each number in it is tried; the options see to it that one fits at most.</summary>
internal static class JsonKey
{
    public static (int Instance, ExportDatum Datum)? Find(string key, ExportDraft draft)
    {
        if (key.Length > 2 * ExportDraft.LongestName + 5)
            throw new ExportRefusedException("unexpected-element");
        for (var start = key.IndexOf('_', StringComparison.Ordinal); start >= 0; start = key.IndexOf('_', start + 1))
        {
            var length = key.AsSpan(start + 1).IndexOfAnyExceptInRange('0', '9');
            var end = start + 1 + length;
            if (length > 0 && key[end] == '_' && draft.Find(key[..start], key[(end + 1)..]) is { } datum)
                return (ExportDraft.Instance(key.AsSpan(start + 1, length)), datum);
        }
        return null;
    }
}
