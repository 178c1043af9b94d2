using System.Reflection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Conventions.Rules;

public sealed class LogEventsHaveTheirNumbers
{
    private static readonly Dictionary<string, int> Thousands = new(StringComparer.Ordinal)
    {
        ["Eid"] = 1,
        ["Payments"] = 2,
        ["Authorities"] = 3,
        ["SecureMail"] = 4,
        ["Sandbox"] = 5,
    };

    [Fact]
    public void An_event_has_a_number_of_its_unit() => Verdict.NoFindings(
        from logged in Events()
        where Thousands.GetValueOrDefault(logged.Unit) != logged.Id / 1000
        select $"{logged.Where} has the event id {logged.Id}.",
        "Event ids: 1xxx Eid, 2xxx Payments, 3xxx Authorities, 4xxx SecureMail, 5xxx Sandbox. Operators filter by them.");

    [Fact]
    public void A_number_is_given_once() => Verdict.NoFindings(
        from logged in Events()
        group logged.Where by logged.Id into same
        where same.Distinct().Count() > 1
        select $"{same.Key} is used by {string.Join(" and ", same.Distinct())}.",
        "Take the next free number of the unit.");

    private static IEnumerable<(string Unit, int Id, string Where)> Events() =>
        from project in ShippedProject.All
        from type in project.Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        let attribute = method.GetCustomAttribute<LoggerMessageAttribute>()
        where attribute is not null
        select (project.Unit, attribute.EventId, $"{type.FullName}.{method.Name}");
}
