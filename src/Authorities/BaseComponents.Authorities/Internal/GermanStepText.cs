using System.Globalization;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal;

internal sealed class GermanStepText : StepText
{
    public static readonly GermanStepText Instance = new();

    protected override string LevelName(RegionLevel level) => level switch
    {
        RegionLevel.Municipality => "Gemeinde",
        RegionLevel.Association => "Gemeindeverband",
        RegionLevel.District => "Kreis",
        RegionLevel.GovernmentRegion => "Regierungsbezirk",
        RegionLevel.State => "Land",
        _ => "Bund",
    };

    protected override string? Sentence(StepFinding finding, string area, string offices) => finding switch
    {
        StepFinding.PlaceUnknown => $"Der Ort {area} steht nicht in den Verzeichnissen.",
        StepFinding.ServiceUnknown => $"Die Leistung {area} ist in keiner Lieferung enthalten.",
        StepFinding.ServiceNotValid => $"Die Leistung {area} gilt heute nicht.",
        StepFinding.SeveralMunicipalities => $"Die Postleitzahl {area} umfasst mehrere Gemeinden; jede wird geprüft.",
        StepFinding.SameForAllMunicipalities => $"Für alle Gemeinden von {area} gilt dieselbe Antwort.",
        StepFinding.DifferentByMunicipality => $"Die Gemeinden von {area} haben verschiedene Antworten: eine muss gewählt werden.",
        StepFinding.NobodyNamed => $"{area}: niemand ist als zuständig genannt.",
        StepFinding.OnlyAdvisory => $"{area}: genannt sind nur beratende Stellen ({offices}).",
        StepFinding.NotValidToday => $"{area}: heute ist keine Zuständigkeit gültig ({offices}).",
        StepFinding.OfficeFound => $"{area}: zuständig ist {offices}.",
        StepFinding.SeveralOffices => $"{area}: mehrere Stellen sind zuständig ({offices}).",
        StepFinding.ActsForMembers => $"{area} handelt als erfüllende Gemeinde für die Mitglieder der Verwaltungsgemeinschaft.",
        StepFinding.NoData => "Es liegen keine Daten vor, weil die Quelle nicht gelesen werden konnte.",
        _ => null,
    };

    protected override string? Source(StepFinding finding, string source, string offices, DateOnly? day)
    {
        var of = day is { } known ? string.Create(CultureInfo.InvariantCulture, $" vom {known:dd.MM.yyyy}") : "";
        return finding switch
        {
            StepFinding.SnapshotAsked => $"Gefragt wurde der eigene Datenbestand{of}.",
            StepFinding.SnapshotTooOld => $"Der eigene Datenbestand{of} ist älter als zugelassen; zuerst wird eine Online-Quelle gefragt.",
            StepFinding.LiveAsked => $"Gefragt wurde die Online-Quelle {source}.",
            StepFinding.LiveAnswerIsOld => $"Die Online-Quelle {source} antwortet nicht; verwendet wird ihre Antwort{of}.",
            StepFinding.LiveFailed => $"Die Online-Quelle {source} konnte nicht gefragt werden.",
            StepFinding.ValuesHeldBack => $"{offices}: neue Werte sind noch nicht bestätigt und werden nicht verwendet ({source}).",
            StepFinding.OnlineServicesMissing => $"Onlinedienste konnten nicht erfragt werden ({source}).",
            StepFinding.TooManyMunicipalities => $"Der Ort {source} umfasst zu viele Gemeinden, um für jede zu fragen: eine muss gewählt werden.",
            _ => null,
        };
    }

    protected override string? Change(StepFinding finding, string area, string successors, DateOnly? since)
    {
        var day = since is { } known ? string.Create(CultureInfo.InvariantCulture, $" seit {known:dd.MM.yyyy}") : "";
        return finding switch
        {
            StepFinding.AreaMerged => $"{area} ist ein früheres Gebiet und gehört{day} zu {successors}.",
            StepFinding.AreaSplit => $"{area} ist ein früheres Gebiet und ist{day} aufgeteilt auf {successors}; jedes wird geprüft.",
            StepFinding.AreaRenamed => $"{area} ist ein früheres Gebiet und heißt{day} {successors}.",
            StepFinding.AreaRekeyed => $"{area} ist ein früherer Schlüssel; dasselbe Gebiet hat{day} den Schlüssel von {successors}.",
            _ => null,
        };
    }
}
