namespace BaseComponents.Authorities.Quality;

/// <summary>What is wrong with data that was read without a fault.</summary>
public enum QualityFindingKind
{
    /// <summary>A fee is due for a service, and the unit competent for it names no account.</summary>
    MissingAccount,

    /// <summary>Two units or more decide about one service in one area in role 01.</summary>
    SeveralCompetentUnits,

    /// <summary>A unit is named for services, and it exists no more, or none of its competences hold any more.</summary>
    Expired,

    /// <summary>A service is offered by some municipalities of a district, but not by all, and by nobody above them.</summary>
    Gap,

    /// <summary>For a service in an area only advisers are named, and nobody above decides.</summary>
    DeadEnd,

    /// <summary>A unit decides, and it has no electronic address: no mail, De-Mail, EGVP, account of the service portal or FIT-Connect destination.</summary>
    NoElectronicAddress,

    /// <summary>A unit names an account whose number is wrong.</summary>
    InvalidIban,

    /// <summary>A FIT-Connect destination is named that does not count: its competence is not of role 01 or 02, or it is no identifier.</summary>
    IdleDestination,
}
