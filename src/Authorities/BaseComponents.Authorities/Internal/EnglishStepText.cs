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

    protected override string Sentence(StepFinding finding, string area, string offices) => finding switch
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
        _ => finding.ToString(),
    };
}
