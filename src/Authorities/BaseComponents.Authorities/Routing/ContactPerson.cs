namespace BaseComponents.Authorities.Routing;

/// <summary>Somebody at the office who is named for the service. A person's data: not for logs.</summary>
/// <remarks>Kontaktperson.</remarks>
public sealed record ContactPerson
{
    /// <summary>Full name.</summary>
    public string? Name { get; init; }

    /// <summary>Telephone number, as the service has it.</summary>
    public string? Telephone { get; init; }

    /// <summary>Fax number, as the service has it.</summary>
    public string? Fax { get; init; }

    /// <summary>Mail address; none where it is not plainly one.</summary>
    public string? MailAddress { get; init; }

    /// <summary>The name of the type alone: what a record prints ends in logs.</summary>
    public override string ToString() => nameof(ContactPerson);
}
