@echo off
rem Builds what has changed, then runs the lab command: lab --help
setlocal
set "root=%~dp0"
set "dll=%root%lib\CachingLab.Cli\bin\Debug\net10.0\lab.dll"
set "stamp=%root%lib\CachingLab.Cli\obj\lab.built"

where dotnet >nul 2>nul
if errorlevel 1 (
    echo lab: the .NET 10 SDK is not installed; get it from https://dotnet.microsoft.com/download 1>&2
    exit /b 2
)

powershell -NoProfile -Command "$s='%stamp%'; if (-not ((Test-Path '%dll%') -and (Test-Path $s) -and (Test-Path '%root%lib\setup.csx'))) { exit 1 }; $t=(Get-Item $s).LastWriteTimeUtc; if (Get-ChildItem '%root%lib','%root%Directory.Build.props','%root%Directory.Packages.props','%root%global.json' -Recurse -File | Where-Object { $_.FullName -notmatch '\\(bin|obj)\\' -and $_.Extension -match '^\.(cs|csproj|props|json|css|js)$' -and $_.LastWriteTimeUtc -gt $t } | Select-Object -First 1) { exit 1 }"
if not errorlevel 1 goto run

echo lab: building (the first time takes a minute) ... 1>&2
dotnet build "%root%lib\CachingLab.Cli" --nologo --verbosity quiet -p:ForLearners=true
if errorlevel 1 (
    echo lab: the build failed; the errors are above 1>&2
    exit /b 2
)
echo built> "%stamp%"

:run
dotnet "%dll%" %*
exit /b %errorlevel%
