using Fields = System.Collections.Generic.List<System.Collections.Generic.KeyValuePair<string, string>>;

namespace BaseComponents.Tests.Payments.Notifications;

/// <summary>Notifications that are none, or somebody else's, by what is wrong with them.</summary>
internal static class Forgeries
{
    public static IReadOnlyDictionary<string, Func<Town, string, Fields>> All { get; } = new Dictionary<string, Func<Town, string, Fields>>
    {
        ["another hash"] = (town, kassenzeichen) => With(town, kassenzeichen, "hash", hash => (hash[0] == '0' ? '1' : '0') + hash[1..]),
        ["the hash in capitals"] = (town, kassenzeichen) => With(town, kassenzeichen, "hash", hash => hash.ToUpperInvariant()),
        ["a short hash"] = (town, kassenzeichen) => With(town, kassenzeichen, "hash", hash => hash[..^1]),
        ["a changed status"] = (town, kassenzeichen) => With(town, kassenzeichen, "status", _ => "fail"),
        ["a changed Kassenzeichen"] = (town, kassenzeichen) => With(town, kassenzeichen + "1", "kassenzeichen", _ => kassenzeichen),
        ["no hash"] = (town, kassenzeichen) => Without(town, kassenzeichen, "hash"),
        ["no Kassenzeichen"] = (town, kassenzeichen) => Without(town, kassenzeichen, "kassenzeichen"),
        ["no Mandant"] = (town, kassenzeichen) => Without(town, kassenzeichen, "mandant"),
        ["no Bewirtschafter"] = (town, kassenzeichen) => Without(town, kassenzeichen, "bewirtschafter"),
        ["no status"] = (town, kassenzeichen) => Without(town, kassenzeichen, "status"),
        ["the hash twice"] = (town, kassenzeichen) => Twice(town, kassenzeichen, "hash"),
        ["the Kassenzeichen twice"] = (town, kassenzeichen) => Twice(town, kassenzeichen, "kassenzeichen"),
        ["the status twice"] = (town, kassenzeichen) => Twice(town, kassenzeichen, "status"),
        ["a value too long"] = (town, kassenzeichen) => town.Notification(kassenzeichen, changes: ("tan", new string('1', 301))),
        ["a control character"] = (town, kassenzeichen) => town.Notification(kassenzeichen, changes: ("tan", "1\n2")),
        ["another Mandant"] = (town, kassenzeichen) => town.Notification(kassenzeichen, changes: ("mandant", Town.MandantOf("leipzig"))),
        ["another Bewirtschafter"] = (town, kassenzeichen) => town.Notification(kassenzeichen, changes: ("bewirtschafter", "BW2")),
        ["another town's secret"] = (town, kassenzeichen) => town.Notification(kassenzeichen, secret: Town.SecretOf("leipzig")),
        ["another town's Mandant and secret"] = (town, kassenzeichen) => town.Notification(kassenzeichen, secret: Town.SecretOf("leipzig"), changes: ("mandant", Town.MandantOf("leipzig"))),
        ["a field moved into its neighbour"] = (town, kassenzeichen) => [.. town.Notification(kassenzeichen).Select(field => field.Key switch
        {
            "mandant" => KeyValuePair.Create(field.Key, field.Value[..^1]),
            "bewirtschafter" => KeyValuePair.Create(field.Key, Town.MandantOf(town.Name)[^1] + field.Value),
            _ => field,
        })],
        ["nothing"] = (_, _) => [],
    };

    private static Fields With(Town town, string kassenzeichen, string name, Func<string, string> change) =>
        [.. town.Notification(kassenzeichen).Select(field => field.Key == name ? KeyValuePair.Create(name, change(field.Value)) : field)];

    private static Fields Without(Town town, string kassenzeichen, string name) => [.. town.Notification(kassenzeichen).Where(field => field.Key != name)];

    private static Fields Twice(Town town, string kassenzeichen, string name)
    {
        var fields = town.Notification(kassenzeichen);
        return [.. fields, fields.Single(field => field.Key == name)];
    }
}
