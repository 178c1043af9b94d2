using BaseComponents.Sandbox.Pages;

namespace BaseComponents.Sandbox.Mail.Pages;

/// <summary>
/// Warns of a signature that proves nothing, and confirms a good one without ado. In words and with a sign each, never by colour alone; built like an alert of KERN, the design system of
/// German authorities, whose own style sheet is not among the Sandbox's files.
/// </summary>
internal static class SignatureNotice
{
    /// <summary>Above everything else, where the reader is to be warned; nothing for a good signature.</summary>
    public static Html Of(SignatureFacts signature) => signature.State switch
    {
        SignatureState.Bad => Alert("danger", "Warnung: Signatur ungültig", $"{signature.Sentence} Behandeln Sie den Inhalt so, als könnte er von jedem stammen.", "✕"),
        SignatureState.Missing => Alert("caution", "Hinweis: nicht signiert", "Von wem diese Nachricht stammt, ist nicht belegt.", "!"),
        _ => Html.Empty,
    };

    public static Html Line(SignatureFacts signature) => signature.IsGood
        ? Html.Of($"<span class=\"confirmed\"><span class=\"sign\" aria-hidden=\"true\">✓</span> {signature.Sentence}</span>")
        : Html.Of($"{signature.Sentence}");

    private static Html Alert(string kind, string title, string text, string sign) => Html.Of($"""
        <div class="alert {kind}" role="alert">
          <h2><span class="sign" aria-hidden="true">{sign}</span> {title}</h2>
          <p>{text}</p>
        </div>
        """);
}
