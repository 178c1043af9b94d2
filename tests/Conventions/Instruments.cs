using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace BaseComponents.Tests.Conventions;

/// <summary>Every instrument that the shipped packages make.</summary>
internal static class Instruments
{
    public static IReadOnlyList<Instrument> All { get; } = Made();

    /// <summary>The name under which a Prometheus exporter shows it: letters, digits and underscores, the unit where it is no annotation, and <c>_total</c> behind counters.</summary>
    public static string PrometheusName(Instrument instrument) =>
        instrument.Name.Replace('.', '_') + Unit(instrument.Unit) + (instrument.GetType().GetGenericTypeDefinition() == typeof(Counter<>) ? "_total" : "");

    private static string Unit(string? unit) => unit switch
    {
        null or "" => "",
        _ when unit.StartsWith('{') => "",
        "s" => "_seconds",
        "By" => "_bytes",
        _ => throw new NotSupportedException($"The unit {unit} has no known translation: exporters differ. Take an annotation such as {{day}}."),
    };

    private static List<Instrument> Made()
    {
        var made = new List<Instrument>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name.StartsWith("BaseComponents.", StringComparison.Ordinal))
                    made.Add(instrument);
            },
        };
        listener.Start();
        foreach (var type in ShippedProject.All.Where(project => !project.IsTemplate).SelectMany(project => project.Assembly.GetTypes()))
            if (!type.ContainsGenericParameters && type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public).Any(field => field.FieldType.IsAssignableTo(typeof(Instrument))))
                RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        return made;
    }
}
