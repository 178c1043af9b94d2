using System.Net.Mail;
using System.Text.Json;
using BaseComponents.Authorities.Routing;

namespace BaseComponents.Authorities.Wire.Routing;

/// <summary>What a route says of the office, one fact at a time; none where it says nothing, or something odd.</summary>
internal static class RouteFacts
{
    private const int LongestMailAddress = 254;
    private const int LongestAddress = 2000;

    /// <summary>A name or value: one line, without what nobody sees.</summary>
    public static string? Line(JsonElement element, string name) => element.Text(name) is { } text && WireText.Clean(text) is { Length: > 0 } clean ? clean : null;

    public static Uri? Page(JsonElement element, string name) =>
        element.Text(name) is { Length: <= LongestAddress } text && Uri.TryCreate(text, UriKind.Absolute, out var page)
            && page.Scheme == Uri.UriSchemeHttps && page.UserInfo.Length == 0
                ? page
                : null;

    public static ContactPerson? Person(JsonElement person)
    {
        var read = new ContactPerson
        {
            Name = Line(person, "name"),
            Telephone = Line(person, "tel"),
            Fax = Line(person, "fax"),
            MailAddress = Mail(person.Text("email")),
        };
        return read == new ContactPerson() ? null : read;
    }

    public static RouteAddress? Address(JsonElement route, string name)
    {
        if (route.Member(name, JsonValueKind.Object) is not { } address)
            return null;
        var read = new RouteAddress
        {
            Street = Line(address, "street"),
            HouseNumber = Line(address, "houseNumber"),
            Additional = Line(address, "additional"),
            PostalCode = Line(address, "zip"),
            City = Line(address, "city"),
        };
        return read == new RouteAddress() ? null : read;
    }

    public static PostOfficeBox? Box(JsonElement route)
    {
        if (route.Member("postOfficeBox", JsonValueKind.Object) is not { } box)
            return null;
        var read = new PostOfficeBox(Line(box, "postOfficeBox"), Line(box, "zip"), Line(box, "city"));
        return read == new PostOfficeBox(null, null, null) ? null : read;
    }

    public static ProcessingTime? Time(JsonElement route)
    {
        if (route.Member("processingDuration", JsonValueKind.Object) is not { } time)
            return null;
        var (shortest, longest) = (Count(time, "minDuration"), Count(time, "maxDuration"));
        return shortest is null && longest is null ? null : new ProcessingTime(shortest, longest, UnitOf(time.Text("unit")));
    }

    private static int? Count(JsonElement time, string name) => time.Number(name) is >= 0 and var count ? count : null;

    private static ProcessingTimeUnit? UnitOf(string? unit) => unit switch
    {
        "second" => ProcessingTimeUnit.Second,
        "minute" => ProcessingTimeUnit.Minute,
        "hour" => ProcessingTimeUnit.Hour,
        "day" => ProcessingTimeUnit.Day,
        "workday" => ProcessingTimeUnit.Workday,
        "week" => ProcessingTimeUnit.Week,
        "month" => ProcessingTimeUnit.Month,
        "year" => ProcessingTimeUnit.Year,
        _ => null,
    };

    private static string? Mail(string? value) =>
        value is { Length: <= LongestMailAddress } && value.All(char.IsAscii) && MailAddress.TryCreate(value, out var address) && address.Address == value ? value : null;
}
