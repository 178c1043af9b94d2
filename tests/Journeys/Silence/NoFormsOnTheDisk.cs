using System.Runtime.CompilerServices;

namespace BaseComponents.Tests.Journeys.Silence;

/// <summary>
/// ASP.NET Core puts the larger part of a form into a temporary file, as it came and readable for others. In these tests the folder for that does not exist: an application that would write there answers with an error.
/// </summary>
internal static class NoFormsOnTheDisk
{
    [ModuleInitializer]
    public static void TakeTheFolderAway() => Environment.SetEnvironmentVariable("ASPNETCORE_TEMP", Path.Combine(Path.GetTempPath(), "no-folder-for-forms"));
}
