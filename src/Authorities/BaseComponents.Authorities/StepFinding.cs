namespace BaseComponents.Authorities;

/// <summary>What came of one step of a search.</summary>
public enum StepFinding
{
    /// <summary>The place is not in the lists.</summary>
    PlaceUnknown,

    /// <summary>The service is in no delivery.</summary>
    ServiceUnknown,

    /// <summary>The service is in a delivery, but not valid today.</summary>
    ServiceNotValid,

    /// <summary>The postal code covers several municipalities; each was asked.</summary>
    SeveralMunicipalities,

    /// <summary>All municipalities of the postal code have the same answer.</summary>
    SameForAllMunicipalities,

    /// <summary>The municipalities of the postal code have different answers.</summary>
    DifferentByMunicipality,

    /// <summary>Nobody is named for the area.</summary>
    NobodyNamed,

    /// <summary>Those named for the area only advise.</summary>
    OnlyAdvisory,

    /// <summary>Those named for the area are not competent today.</summary>
    NotValidToday,

    /// <summary>One deciding unit is named for the area.</summary>
    OfficeFound,

    /// <summary>Several deciding units are named for the area.</summary>
    SeveralOffices,

    /// <summary>Another municipality acts for the members of the association; it is asked next.</summary>
    ActsForMembers,

    /// <summary>The key of the place holds no longer: the area became part of another.</summary>
    AreaMerged,

    /// <summary>The key of the place holds no longer: the area was divided, and each part is asked.</summary>
    AreaSplit,

    /// <summary>The key of the place holds no longer: the area bears another name and key.</summary>
    AreaRenamed,

    /// <summary>The key of the place holds no longer: the same area bears another key.</summary>
    AreaRekeyed,

    /// <summary>There is no data.</summary>
    NoData,

    /// <summary>The directory's own data was asked; <see cref="ExplanationStep.Since"/> says of which day it is.</summary>
    SnapshotAsked,

    /// <summary>The directory's own data is older than it may be, so that a live source is asked first.</summary>
    SnapshotTooOld,

    /// <summary>A live source was asked.</summary>
    LiveAsked,

    /// <summary>A live source fails; an answer that it gave before is used.</summary>
    LiveAnswerIsOld,

    /// <summary>A live source could not be asked.</summary>
    LiveFailed,

    /// <summary>Values of a live answer differ from those known before; these are used until a person has confirmed the new ones.</summary>
    ValuesHeldBack,

    /// <summary>A live source answered, but not which services there are on the web.</summary>
    OnlineServicesMissing,

    /// <summary>The place has more municipalities than a live source is asked for.</summary>
    TooManyMunicipalities,
}
