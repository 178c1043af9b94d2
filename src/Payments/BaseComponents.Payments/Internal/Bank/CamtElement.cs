namespace BaseComponents.Payments.Internal.Bank;

/// <summary>An element of an entry that is read; all others are passed over.</summary>
internal sealed class CamtElement(string name, string? currency = null)
{
    // Names, addresses and accounts of payers are not among them, so they never leave the parser.
    private static readonly HashSet<string> Read = new(StringComparer.Ordinal)
    {
        "Amt", "CdtDbtInd", "RvslInd", "Sts", "Cd", "BookgDt", "ValDt", "Dt", "DtTm", "AcctSvcrRef", "NtryDtls", "TxDtls", "Refs", "EndToEndId", "TxId", "AmtDtls", "TxAmt",
        "RmtInf", "Ustrd", "Strd", "CdtrRefInf", "Ref", "Id", "IBAN", "Othr",
    };

    public string Name { get; } = name;

    /// <summary>The currency of an amount.</summary>
    public string? Currency { get; } = currency;

    public string Text { get; set; } = "";

    public List<CamtElement> Children { get; } = [];

    public static bool IsRead(string name) => Read.Contains(name);

    public CamtElement? Child(string name) => Children.Find(child => child.Name == name);

    /// <summary>All elements at the end of a path.</summary>
    public IEnumerable<CamtElement> At(params ReadOnlySpan<string> path)
    {
        IEnumerable<CamtElement> found = [this];
        foreach (var name in path)
            found = found.SelectMany(element => element.Children.Where(child => child.Name == name));
        return found;
    }

    /// <summary>The text of the first element at the end of a path; null where there is none or it is empty.</summary>
    public string? TextAt(params ReadOnlySpan<string> path) => At(path).Select(static element => element.Text.Trim()).FirstOrDefault(static text => text.Length > 0);
}
