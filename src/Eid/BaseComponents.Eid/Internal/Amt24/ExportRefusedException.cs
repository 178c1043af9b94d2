namespace BaseComponents.Eid.Internal.Amt24;

/// <summary>Ends the reading of an export that is not acceptable. The reason is a fixed word: nothing that stood in the export is repeated.</summary>
internal sealed class ExportRefusedException(string reason) : Exception($"Export refused: {reason}")
{
    public string Reason { get; } = reason;
}
