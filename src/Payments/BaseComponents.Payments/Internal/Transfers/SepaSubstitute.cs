using BaseComponents.Payments.Transfers;

namespace BaseComponents.Payments.Internal.Transfers;

/// <summary>ASCII signs outside of the SEPA character set that have an equivalent in it.</summary>
internal static class SepaSubstitute
{
    /// <summary>The piece in the set; null when it has no equivalent.</summary>
    public static string? For(string? piece) => piece switch
    {
        null => null,
        "&" => "+",
        "\"" or "`" => "'",
        "_" or "~" => "-",
        "[" or "{" => "(",
        "]" or "}" => ")",
        ";" => ",",
        "!" => ".",
        _ => SepaText.IsAllowed(piece) ? piece : null,
    };
}
