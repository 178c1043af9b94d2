using BaseComponents.Authorities;

namespace BaseComponents.Tests.Authorities.Bulk;

internal static class AfterReading
{
    /// <summary>The status when the first reading has ended, well or not.</summary>
    public static async Task<DirectoryStatus> GetStatusAfterReadingAsync(this IAuthorityDirectory directory)
    {
        try
        {
            await directory.ListServicesAsync();
        }
        catch (AuthoritiesException exception) when (exception.Code == "authorities.no-data")
        {
            // The status says why.
        }

        return await directory.GetStatusAsync();
    }
}
