using BaseComponents.Eid.Amt24;
using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.AspNetCore.Internal.Amt24;

/// <summary>Options are good when a reader can be made of them.</summary>
internal sealed class Amt24ExportOptionsValidator : IValidateOptions<Amt24ExportOptions>
{
    public ValidateOptionsResult Validate(string? name, Amt24ExportOptions options)
    {
        try
        {
            _ = new Amt24ExportReader(options);
            return ValidateOptionsResult.Success;
        }
        catch (EidException exception)
        {
            return ValidateOptionsResult.Fail(exception.Message);
        }
    }
}
