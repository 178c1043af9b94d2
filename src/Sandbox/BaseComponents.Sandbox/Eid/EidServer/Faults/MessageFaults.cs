using BaseComponents.Sandbox.Eid.EidServer.Answers;

namespace BaseComponents.Sandbox.Eid.EidServer.Faults;

/// <summary>Messages that are no XML, or more of it than anybody needs.</summary>
internal static class MessageFaults
{
    private const int Much = 8_000_000;
    private const int Deep = 2_000;

    public static IEnumerable<AnswerFault<SoapPlan>> All =>
    [
        new("cut", "die Antwort endet in der Mitte.", plan => plan with { ChangeText = text => text[..(text.Length / 2)] }),
        new("page", "statt der Antwort kommt eine HTML-Seite.", plan => plan with { ChangeText = _ => "<!doctype html><title>Wartung</title><p>Wir sind gleich zurück.<br>" }),
        new("doctype", "vor der Antwort steht ein Dokumenttyp mit einer Entität.", plan => plan with { ChangeText = text => text.Replace("?><", """?><!DOCTYPE e [<!ENTITY e "ANGREIFER">]><""", StringComparison.Ordinal) }),
        new("huge", "die Antwort ist acht Millionen Zeichen lang; ihre Unterschrift stimmt.", plan => plan with { ChangeText = text => text.Insert(text.LastIndexOf("</", StringComparison.Ordinal), $"<!--{new string('x', Much)}-->") }),
        new("deep", "die Antwort ist zweitausendfach geschachtelt.", plan => plan with { ChangeText = text => text.Insert(text.LastIndexOf("</", StringComparison.Ordinal), string.Concat(Enumerable.Repeat("<x>", Deep)) + string.Concat(Enumerable.Repeat("</x>", Deep))) }),
    ];
}
