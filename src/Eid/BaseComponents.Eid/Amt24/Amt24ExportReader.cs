using BaseComponents.Eid.Internal.Amt24;
using BaseComponents.Eid.Wire.Amt24;

namespace BaseComponents.Eid.Amt24;

/// <summary>Reads the exports of one form. Safe for many threads at once.</summary>
/// <example><code>
/// Amt24Export export = await reader.ReadXmlAsync(file, cancellationToken);
/// string? name = export.Applicant.Person.FamilyName;
/// </code></example>
public sealed class Amt24ExportReader
{
    private readonly ExportRules _rules;

    /// <summary>A reader for one form.</summary>
    /// <param name="options">What the fields of the form mean. Later changes have no effect.</param>
    /// <exception cref="EidException"><c>eid.amt24-configuration</c>: the options cannot be used.</exception>
    public Amt24ExportReader(Amt24ExportOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _rules = ExportRules.Of(options);
    }

    /// <summary>Reads an export in XML.</summary>
    /// <param name="export">The export, from its beginning. It stays open.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="EidException"><c>eid.amt24-export</c>: it is not acceptable, with the reason. Nothing of it was used.</exception>
    public Task<Amt24Export> ReadXmlAsync(Stream export, CancellationToken cancellationToken = default) => ReadAsync(export, XmlExport.Read, cancellationToken);

    /// <summary>Reads an export in JSON.</summary>
    /// <inheritdoc cref="ReadXmlAsync"/>
    public Task<Amt24Export> ReadJsonAsync(Stream export, CancellationToken cancellationToken = default) => ReadAsync(export, JsonExport.Read, cancellationToken);

    private async Task<Amt24Export> ReadAsync(Stream export, Func<ReadOnlyMemory<byte>, ExportRules, ExportDraft> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(export);
        try
        {
            var bytes = await ExportBytes.ReadAsync(export, _rules.MaxBytes, cancellationToken).ConfigureAwait(false);
            return read(bytes, _rules).ToExport();
        }
        catch (ExportRefusedException refused)
        {
            throw ExportFaults.Refused(refused);
        }
        catch (IOException broken)
        {
            throw ExportFaults.Unreadable(broken);
        }
    }
}
