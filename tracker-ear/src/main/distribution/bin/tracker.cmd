@echo off
rem Starts MTG Tracker: bin\tracker --help
setlocal
set "HERE=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" "@%HERE%\server\jvm.options" %JAVA_OPTS% "-Dtracker.home=%HERE%" -jar "%HERE%\server\tracker-server.jar" %*
