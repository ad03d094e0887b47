@echo off
rem Double-click: installs what is needed, reads new pages, builds the site and opens it in the browser.
chcp 65001 >nul
title Jianbao
cd /d "%~dp0"
if not exist .venv\Scripts\python.exe py -3 -m venv .venv 2>nul
if not exist .venv\Scripts\python.exe python -m venv .venv 2>nul
if not exist .venv\Scripts\python.exe echo 需要 Python 3.11 或更新版本，安装时请勾选 Add python.exe to PATH / Python 3.11 or newer is needed
if not exist .venv\Scripts\python.exe pause & exit /b 2
rem Installed once, and again only when the list of versions changes: later runs need no network.
fc /b constraints.txt .venv\installed.txt >nul 2>nul || .venv\Scripts\python.exe -m pip install -q -c constraints.txt -e . && copy /y constraints.txt .venv\installed.txt >nul
if errorlevel 1 echo 安装没有成功，请检查网络后再试 / the installation failed: check the network and try again
if errorlevel 1 pause & exit /b 1
.venv\Scripts\python.exe build.py serve --open
pause
