namespace BaseComponents.Authorities.Internal;

/// <summary>
/// What of a unit sends money or citizens' data somewhere. A new value of one of these is not used until a person has confirmed it. This
/// list is the only place that says which they are.
/// </summary>
/// <param name="Name">The property of <see cref="Office"/>.</param>
/// <param name="Of">Its value as text; null where the unit has none.</param>
/// <param name="With">The unit with another value.</param>
internal sealed record WatchedField(string Name, Func<Office, string?> Of, Func<Office, string?, Office> With)
{
    public static readonly IReadOnlyList<WatchedField> All =
    [
        new(nameof(Office.MailAddress), office => office.MailAddress, (office, value) => office with { MailAddress = value }),
    ];

    public static WatchedField? Find(string name) => All.FirstOrDefault(field => field.Name == name);
}
