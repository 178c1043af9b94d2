using System.Globalization;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal;

internal sealed class EnglishStepText : StepText
{
    public static readonly EnglishStepText Instance = new();

    protected override string LevelName(RegionLevel level) => level switch
    {
        RegionLevel.Municipality => "municipality",
        RegionLevel.Association => "association",
        RegionLevel.District => "district",
        RegionLevel.GovernmentRegion => "government region",
        RegionLevel.State => "state",
        _ => "federation",
    };

    protected override string? Sentence(StepFinding finding, string area, string offices) => finding switch
    {
        StepFinding.PlaceUnknown => $"The place {area} is not in the lists.",
        StepFinding.ServiceUnknown => $"The service {area} is in no delivery.",
        StepFinding.ServiceNotValid => $"The service {area} is not valid today.",
        StepFinding.SeveralMunicipalities => $"The postal code {area} covers several municipalities; each is asked.",
        StepFinding.SameForAllMunicipalities => $"All municipalities of {area} have the same answer.",
        StepFinding.DifferentByMunicipality => $"The answer differs between the municipalities of {area}: one must be chosen.",
        StepFinding.NobodyNamed => $"For the {area} nobody is named.",
        StepFinding.OnlyAdvisory => $"For the {area} only advisers are named: {offices}.",
        StepFinding.NotValidToday => $"For the {area} nobody is competent today: {offices}.",
        StepFinding.OfficeFound => $"For the {area} this unit is competent: {offices}.",
        StepFinding.SeveralOffices => $"For the {area} several units are competent: {offices}.",
        StepFinding.ActsForMembers => $"The {area} acts for the members of the association.",
        StepFinding.NoData => "There is no data, since the source could not be read.",
        _ => null,
    };

    protected override string? Source(StepFinding finding, string source, string offices, DateOnly? day)
    {
        var of = day is { } known ? string.Create(CultureInfo.InvariantCulture, $" of {known:yyyy-MM-dd}") : "";
        return finding switch
        {
            StepFinding.SnapshotAsked => $"The directory's own data{of} was asked.",
            StepFinding.SnapshotTooOld => $"The directory's own data{of} is older than allowed; a live source is asked first.",
            StepFinding.LiveAsked => $"The live source {source} was asked.",
            StepFinding.LiveAnswerIsOld => $"The live source {source} does not answer; its answer{of} is used.",
            StepFinding.LiveFailed => $"The live source {source} could not be asked.",
            StepFinding.ValuesHeldBack => $"{offices}: new values are not confirmed yet and not used ({source}).",
            StepFinding.OnlineServicesMissing => $"Services on the web could not be asked for ({source}).",
            StepFinding.TooManyMunicipalities => $"The place {source} has too many municipalities to ask for each: one must be chosen.",
            _ => null,
        };
    }

    protected override string? Change(StepFinding finding, string area, string successors, DateOnly? since)
    {
        var day = since is { } known ? string.Create(CultureInfo.InvariantCulture, $" since {known:yyyy-MM-dd}") : "";
        return finding switch
        {
            StepFinding.AreaMerged => $"{area} is a former area: it is part of {successors}{day}.",
            StepFinding.AreaSplit => $"{area} is a former area: it is divided between {successors}{day}; each is asked.",
            StepFinding.AreaRenamed => $"{area} is a former area: it is called {successors}{day}.",
            StepFinding.AreaRekeyed => $"{area} is a former key: the area has the key of {successors}{day}.",
            _ => null,
        };
    }
}
