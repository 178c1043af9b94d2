namespace HealthCertificate.Instruction;

/// <summary>Questions with which people see for themselves whether they have understood (Kontrollfragen). Wrong answers are explained, and may be given anew.</summary>
/// <param name="Id">Name of the field.</param>
/// <param name="Text">The question.</param>
/// <param name="Answers">Value and text; the right one is <paramref name="Right"/>.</param>
/// <param name="Right">Value of the right answer.</param>
/// <param name="Hint">Where it stands, for whoever was wrong.</param>
public sealed record ControlQuestion(string Id, string Text, IReadOnlyList<RadioOption> Answers, string Right, string Hint)
{
    public static IReadOnlyList<ControlQuestion> All { get; } =
    [
        new("Frage1", "Sie haben Durchfall und sollen heute in der Küche arbeiten. Was tun Sie?",
            [new("a", "Ich arbeite mit Handschuhen."), new("b", "Ich bleibe der Arbeit mit Lebensmitteln fern und sage es sofort meiner Chefin oder meinem Chef."), new("c", "Ich warte ab, ob es schlimmer wird.")],
            "b", "Lesen Sie noch einmal den Abschnitt „Wann Sie nicht arbeiten dürfen“."),
        new("Frage2", "Wem sagen Sie es, wenn der Arzt Salmonellen bei Ihnen findet?",
            [new("a", "Meinem Arbeitgeber, und zwar sofort."), new("b", "Niemandem, solange ich mich gesund fühle."), new("c", "Erst der nächsten Belehrung nach zwei Jahren.")],
            "a", "Lesen Sie noch einmal den Abschnitt „Was Sie sofort sagen müssen“."),
        new("Frage3", "Sie haben eine eitrige Wunde an der Hand. Dürfen Sie Salat zubereiten?",
            [new("a", "Ja, wenn die Wunde klein ist."), new("b", "Ja, wenn ich mir die Hände wasche."), new("c", "Nein.")],
            "c", "Lesen Sie noch einmal den Abschnitt „Wann Sie nicht arbeiten dürfen“."),
    ];
}
