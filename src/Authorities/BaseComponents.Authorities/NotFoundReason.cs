namespace BaseComponents.Authorities;

/// <summary>Why no competent unit could be named.</summary>
public enum NotFoundReason
{
    /// <summary>The place is not in the region list or the list of postal codes.</summary>
    UnknownPlace,

    /// <summary>No delivery holds the service.</summary>
    UnknownService,

    /// <summary>The service is known, but no unit is named for it at any tier of the place.</summary>
    NoCompetence,

    /// <summary>Units are named, but all of them only advise.</summary>
    OnlyAdvisory,

    /// <summary>Units are named, but none of them today: their competence has ended or has not begun.</summary>
    OutOfValidity,

    /// <summary>There is no data yet, since the source could not be read. Ask again later.</summary>
    SourceDown,
}
