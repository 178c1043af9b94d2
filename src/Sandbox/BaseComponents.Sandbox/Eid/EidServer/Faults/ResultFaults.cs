using System.Xml.Linq;
using BaseComponents.Sandbox.Eid.EidServer.Answers;

namespace BaseComponents.Sandbox.Eid.EidServer.Faults;

/// <summary>What getResult can be told to answer, where it has a result.</summary>
internal static class ResultFaults
{
    public static IEnumerable<AnswerFault<ResultPlan>> All =>
    [
        new("refused-groups", "die Person hat alles abgewählt.", plan => Without(plan, CardReader.Prohibited)),
        new("missing-groups", "auf dem Chip fehlt alles, was verlangt ist.", plan => Without(plan, CardReader.NotOnChip)),
        new("missing-data", "es heißt, alles sei gelesen, und es kommt nichts.", plan => plan with { Data = new Dictionary<string, XElement>() }),
        new("without-data", "die Antwort heißt Erfolg und hat weder Daten noch Rechte.", plan => new ResultPlan { Level = plan.Level, EidType = plan.EidType }),
        new("level-too-low", "das Vertrauensniveau ist niedriger als verlangt.", plan => plan with { Level = EidServerUris.Levels + "normal" }),
        new("unknown-level", "das Vertrauensniveau ist eines, das es nicht gibt.", plan => plan with { Level = EidServerUris.Levels + "allerhoechstens" }),
        new("without-level", "das Vertrauensniveau fehlt.", plan => plan with { Level = null }),
        new("too-young", "die Person hat das verlangte Alter nicht.", plan => plan with { FulfilsAge = plan.FulfilsAge is null ? null : false }),
        new("internal-error", "der Dienst meldet einen inneren Fehler.", _ => ResultPlan.Failed(ResultCodes.InternalError)),
        new("unknown-code", "der Dienst meldet einen Fehler, den es nicht gibt.", _ => ResultPlan.Failed("http://www.bsi.bund.de/eid/server/9.9/resultminor/getResult#neverHeardOf")),
        new("sloppy", "kein Fehler: geschrieben wie in den amtlichen Beispielen, die dem Schema nicht folgen.", plan => plan with { IsSloppy = true }),
    ];

    private static ResultPlan Without(ResultPlan plan, string reason) => plan with
    {
        Data = plan.Data is null ? null : new Dictionary<string, XElement>(),
        Allowed = plan.Allowed.ToDictionary(entry => entry.Key, entry => entry.Value.Length == 0 ? "" : reason, StringComparer.Ordinal),
        FulfilsAge = null,
        FulfilsPlace = null,
    };
}
